"""What an operator or a developer can ask of the portal: one module per command."""
