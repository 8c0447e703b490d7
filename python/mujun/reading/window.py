"""Work on all cores, its results in order, with little waiting in memory."""

from __future__ import annotations

import collections
import os
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from mujun.errors import MujunError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Task = TypeVar("Task")
Result = TypeVar("Result")

TASKS_A_THREAD = 4  # that are under way or done: what a slow one holds up


def in_order(work: Callable[[Task], Result], tasks: Iterable[Task], threads: int) -> Iterator[Result]:
    """Give each task's result in order; 0 threads are as many as the machine has cores.

    Tasks are taken as there is room for them. Whoever stops asking, or is interrupted, waits for those that
    are being worked on, and for no other. One thread is the caller's own.
    """
    if threads < 0:
        raise MujunError(f"threads={threads}: give a number of threads, or 0 for what the machine has")
    threads = threads or os.cpu_count() or 1
    return map(work, tasks) if threads == 1 else _in_order(work, tasks, threads)


def _in_order(work: Callable[[Task], Result], tasks: Iterable[Task], threads: int) -> Iterator[Result]:
    waiting: collections.deque[Future[Result]] = collections.deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for task in tasks:
                waiting.append(pool.submit(work, task))
                if len(waiting) >= TASKS_A_THREAD * threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


@contextmanager
def progress_bar(wanted: bool, total: int | None) -> Iterator[Callable[[int], object]]:
    """Show pages read on standard error, if that is wanted; gives what is called with how many are done."""
    if not wanted:
        yield lambda _pages: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda pages: bar.advance(task, pages)
