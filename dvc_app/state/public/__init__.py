"""States of pages anybody opens."""
