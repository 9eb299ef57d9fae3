"""Which changes of the code `python -m tests.mutants` leaves out: those that no test could notice."""

from tests.mutants import without_effect

MUTATED = """
async def x_show__mutmut_orig(sign, loud=True):
    task = asyncio.create_task(take_back(sign), name="taking back")
    log.info("shown: %s", sign)
    await asyncio.gather(task, return_exceptions=False)

async def x_show__mutmut_1(sign, loud=True):
    task = asyncio.create_task(take_back(sign), name=None)
    log.info("shown: %s", sign)
    await asyncio.gather(task, return_exceptions=False)

async def x_show__mutmut_2(sign, loud=True):
    task = asyncio.create_task(take_back(sign), )
    log.info(None, sign)
    await asyncio.gather(task, return_exceptions=None)

async def x_show__mutmut_3(sign, loud=True):
    task = asyncio.create_task(take_back(None), name="taking back")
    log.info("shown: %s", sign)
    await asyncio.gather(task, return_exceptions=False)

async def x_show__mutmut_4(sign, loud=True):
    task = asyncio.create_task(take_back(sign), name="taking back")
    log.info("shown: %s", sign)
    await asyncio.gather(task, return_exceptions=True)

async def x_show__mutmut_5(sign, loud=True):
    task = None
    log.info("shown: %s", sign)
    await asyncio.gather(task, return_exceptions=False)
"""


def test_changes_without_effect() -> None:
    """A task's name, a logged text and `None` for `False` change nothing; an argument, a flag and a value do."""
    assert without_effect(MUTATED) == {"x_show__mutmut_1", "x_show__mutmut_2"}
