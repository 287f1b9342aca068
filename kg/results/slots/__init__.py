"""What fills the slots of a result: rules first, then weights fitted on annotated papers."""
