"""How much of one item is ever held in memory."""

MAX_ITEM = 8 * 1024 * 1024
"""Bytes. A longer page, record or line is skipped: Common Crawl itself cuts pages at 1 MiB (5 MiB since
2025), and no news report comes near it.
"""

HEAD = 64 * 1024
"""Bytes looked at to tell what an input is."""
