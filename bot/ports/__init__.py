"""What the desk and the cogs need from the world. Adapters implement these; tests hold each to one contract."""

from bot.ports.keeping import Cache, SpendingStore, Store, WorkStore
from bot.ports.reading import ArticleReader, Briefer, Engine, Fetcher, Pool, Progress, RuleEngine, SecondLook
from bot.ports.running import Delivery, Jobs, Metrics, RequestBudget

__all__ = [
    "ArticleReader",
    "Briefer",
    "Cache",
    "Delivery",
    "Engine",
    "Fetcher",
    "Jobs",
    "Metrics",
    "Pool",
    "Progress",
    "RequestBudget",
    "RuleEngine",
    "SecondLook",
    "SpendingStore",
    "Store",
    "WorkStore",
]
