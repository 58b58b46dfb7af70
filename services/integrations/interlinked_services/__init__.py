"""The interlinked services of births and deaths (DVCLT)."""
