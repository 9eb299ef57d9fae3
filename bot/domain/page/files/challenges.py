"""By what a page that asks for a proof of a human is known: names in the scripts of those who sell such proofs."""

CHALLENGE_MARKS = (
    "cf-chl", "challenge-platform", "cf-turnstile", "captcha-delivery.com", "px-captcha", "_incapsula_", "g-recaptcha",
    "h-captcha",
)  # fmt: skip
