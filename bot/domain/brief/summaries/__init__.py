"""Which of an article's sentences make its summary."""
