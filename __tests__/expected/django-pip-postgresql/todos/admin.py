from django.contrib import admin

from todos.models import Todo


@admin.register(Todo)
class TodoAdmin(admin.ModelAdmin):  # type: ignore[type-arg] # it has none while the app runs
    """Todos in the admin dashboard."""

    list_display = ("title", "done", "created_at")
    list_filter = ("done",)
    search_fields = ("title",)
    readonly_fields = ("id", "created_at")
