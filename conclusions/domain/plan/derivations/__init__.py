"""What each kind of action is derived from, by theme; importing this package registers them."""

from conclusions.domain.plan.derivations import charter, groundwork, life, review, voices

__all__ = ["charter", "groundwork", "life", "review", "voices"]
