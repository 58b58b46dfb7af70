"""What officers do: receive, process, forward; deadlines."""
