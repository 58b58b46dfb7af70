"""Money: what is asked for, how it is paid, and what proves it. Whole đồng, once."""
