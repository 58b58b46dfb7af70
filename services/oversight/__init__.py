"""What stands over the desk: kept views, lists taken away, the eye of leaders."""
