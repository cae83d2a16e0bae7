from django.test import TestCase

from .models import Book


class BooksTest(TestCase):
    def test_lists_them_by_title(self):
        for title in ("Emma", "Dune"):
            Book.objects.create(title=title)
        self.assertEqual(self.client.get("/books/").json(), {"books": ["Dune", "Emma"]})
