"""What waits for this very officer (Chờ tôi xử lý)."""

from services.processing.desk import DeskQueue
from services.processing.desk_queue import Queue, QueueFilter, desk_queue
from services.work import Work


def my_tasks(work: Work, page: int = 1) -> Queue:
    """Show the steps the officer holds or may take, what is due first on top."""
    return desk_queue(work, QueueFilter(queue=DeskQueue.MINE, page=page))
