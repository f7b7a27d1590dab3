"""Hold the priority objective of the strategies that have one already."""

from django.db import migrations

from strategy.domain import flat, priority


def hold(apps, schema_editor):
    answers = apps.get_model("strategy", "Answer").objects
    held = apps.get_model("strategy", "Priority")
    for answer in answers.filter(question=priority.QUESTION).iterator():
        found = priority.priority({"state": answer.state} | flat.flatten(answer.value))
        if found:
            held.objects.create(
                strategy_id=answer.strategy_id, row=found.row, objective=found.objective
            )


def let_go(apps, schema_editor):
    apps.get_model("strategy", "Priority").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("strategy", "0002_priority")]

    operations = [migrations.RunPython(hold, let_go)]
