from django.conf import settings
from django.http import JsonResponse

from .models import Book


def index(request):
    books = Book.objects.order_by("title")[: settings.PAGE_SIZE]
    return JsonResponse({"books": [book.title for book in books]})
