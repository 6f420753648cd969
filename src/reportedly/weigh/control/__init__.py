"""Control: who is said to have held a place and when, with what nobody tells left unknown."""

from reportedly.weigh.control.changes import CONTROL_FAMILIES
from reportedly.weigh.control.periods import control
from reportedly.weigh.control.places import At, called, numbered, within

__all__ = ["CONTROL_FAMILIES", "At", "called", "control", "numbered", "within"]
