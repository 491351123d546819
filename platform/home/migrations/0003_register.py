from django.db import migrations

OLD, NEW = ("newsroom", "articleindexpage"), ("legal", "registerpage")


def put_registers_in_place(apps, schema_editor):
    """The section `Văn bản` was a list of articles. The same page, at its address, becomes the register.

    Articles that were written below it stay where they are and keep their addresses; the news list has them as ever.
    """
    types = apps.get_model("contenttypes", "ContentType").objects
    article_lists = apps.get_model("newsroom", "ArticleIndexPage")
    lists = article_lists.objects.filter(slug="van-ban", depth=3)
    keys = list(lists.values_list("pk", flat=True))
    if not keys:
        return
    old = types.get(app_label=OLD[0], model=OLD[1])
    new, _ = types.get_or_create(app_label=NEW[0], model=NEW[1])
    register = apps.get_model("legal", "RegisterPage")
    for page in lists:
        columns = {name: value for name, value in vars(page).items() if not name.startswith("_")}
        register(**columns).save_base(raw=True)
    article_lists.categories.through.objects.filter(articleindexpage__in=keys).delete()
    article_lists.objects.filter(pk__in=keys)._raw_delete("default")
    apps.get_model("wagtailcore", "Page").objects.filter(pk__in=keys).update(content_type=new)
    _retype_what_points_there(apps, keys, old, new)


def _retype_what_points_there(apps, keys, old, new):
    numbers = [str(key) for key in keys]
    revisions = apps.get_model("wagtailcore", "Revision").objects.filter(object_id__in=numbers, content_type=old)
    for revision in revisions.iterator():
        revision.content = {**revision.content, "content_type": new.pk}
        revision.content_type = new
        revision.save(update_fields=["content", "content_type"])
    apps.get_model("wagtailcore", "PageLogEntry").objects.filter(page__in=keys, content_type=old).update(
        content_type=new
    )
    apps.get_model("wagtailcore", "ReferenceIndex").objects.filter(object_id__in=numbers, content_type=old).delete()
    apps.get_model("wagtailsearch", "IndexEntry").objects.filter(object_id__in=numbers, content_type=old).update(
        content_type=new
    )
    translated = apps.get_model("wagtailcore", "Page").objects.filter(pk__in=keys).values("translation_key")
    apps.get_model("wagtail_localize", "TranslationSource").objects.filter(
        object_id__in=translated, specific_content_type=old
    ).update(specific_content_type=new)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_root_title"),
        ("legal", "0001_initial"),
        ("newsroom", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(put_registers_in_place, migrations.RunPython.noop)]
