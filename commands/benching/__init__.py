"""What `manage.py bench` measures, and against what."""
