"""What citizens ask: questions with their history, files and ways between offices, and the page that leads to them."""

from citizens.attachments import Attachment
from citizens.page import QuestionsPage
from citizens.questions import History, Question
from citizens.transfers import Transfer

__all__ = ["Attachment", "History", "Question", "QuestionsPage", "Transfer"]
