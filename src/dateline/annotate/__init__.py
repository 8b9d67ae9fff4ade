"""From an article to what its sentences say: tokens, names, times, predicates with arguments."""
