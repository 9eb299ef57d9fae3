"""What the desk and the cogs need from the world. Adapters implement these; tests hold each to one contract."""

from bot.ports.keeping import Cache, SpendingStore, Store, WorkStore
from bot.ports.reading import Briefer, Engine, Fetcher, Pool, Progress, Reader, RuleEngine, SecondLook
from bot.ports.running import Delivery, Jobs, Metrics, RequestBudget

__all__ = [
    "Briefer",
    "Cache",
    "Delivery",
    "Engine",
    "Fetcher",
    "Jobs",
    "Metrics",
    "Pool",
    "Progress",
    "Reader",
    "RequestBudget",
    "RuleEngine",
    "SecondLook",
    "SpendingStore",
    "Store",
    "WorkStore",
]
