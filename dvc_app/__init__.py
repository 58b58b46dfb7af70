"""The reactive application: what a person sees and touches."""
