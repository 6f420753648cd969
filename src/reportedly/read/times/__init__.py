"""Time expressions and their TIMEX3 values."""

from reportedly.read.times.find import find_times

__all__ = ["find_times"]
