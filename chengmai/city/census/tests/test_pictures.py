"""Photos of components: beside the table, hardened, repeatable, undone, and out again."""

import io
import zipfile

import pytest
from openpyxl import load_workbook

from chengmai.city.census.actions.exporting import write_export
from chengmai.city.census.actions.keeping import forget_old
from chengmai.city.census.actions.picturing import add_pictures, drop_pictures
from chengmai.city.census.errors import FileNotReadable, ImportNotReady
from chengmai.city.census.queries.rows import rows_of
from chengmai.city.census.rules.pictures import lookup, names_in, pick
from chengmai.city.census.tests import makers
from chengmai.city.census.words import Form, ImportState, Reason, Wanted
from chengmai.city.models import Component, ComponentChange
from chengmai.city.tests.makers import make_city
from chengmai.identity.words import SYSTEM
from chengmai.kernel.media.models import MediaFile
from chengmai.kernel.media.tests.makers import make_photo
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def limits_as_they_are():
    """Limits are kept for seconds; a test that changes them leaves none behind."""
    forget("media.limits")
    yield
    forget("media.limits")


@pytest.fixture(autouse=True)
def city(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "media": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        },
    }
    return make_city()


LAMP, LID = make_photo(120, 90, seed=1, gps=(119.6, 39.9)), make_photo(120, 90, seed=2)


def table(*photos):
    return makers.shapefile(
        makers.components(len(photos), 照片=list(photos)), makers.points(len(photos))
    )


def with_pictures(content, files):
    """A table whose pictures came in a zip of their own; checked."""
    row = makers.sent(content)
    add_pictures(
        import_id=row.pk, content=io.BytesIO(makers.zip_of(files)), file_name="照片.zip",
        actor=SYSTEM, at=makers.NOW,
    )  # fmt: skip
    return makers.check_again(row)


def problems(row):
    return [[p["words"] for p in one["problems"] + one["notes"]] for one in rows_of(row)]


def test_a_cell_lists_names_and_a_name_is_found_by_any_end_of_its_path():
    assert names_in(" a.jpg；b.jpg, a.jpg、街道\\c.PNG ") == ["a.jpg", "b.jpg", "街道\\c.PNG"]
    names = lookup([("一街/1.jpg", 1), ("二街/1.jpg", 2), ("二街/2.JPG", 3)])
    assert pick(names, "2") == pick(names, "./２.jpg") == (3, None)
    assert pick(names, "1.jpg") == (None, Reason.PICTURE_DOUBLE)
    assert pick(names, "二街\\1.jpg") == (2, None)
    assert pick(names, "") == pick(names, "3.jpg") == (None, Reason.PICTURE_MISSING)


def test_pictures_come_with_the_rows_and_go_with_the_undo():
    row = with_pictures(table("灯.jpg;盖.jpg", "灯.jpg", ""), {"p/灯.jpg": LAMP, "p/盖.jpg": LID})
    assert (row.state, makers.counts(row)) == (ImportState.CHECKED, (3, 0, 0, 0))
    assert MediaFile.objects.count() == 2

    row = makers.take(row)
    first, second, third = Component.objects.order_by("pk")
    assert len(first.photos) == 2 and second.photos == first.photos[:1] and third.photos == []
    lamp = MediaFile.objects.get(pk=second.photos[0])
    assert {f"component:{c.pk}" for c in (first, second)} < set(lamp.subjects)
    assert (lamp.owner, lamp.lon) == ("census", pytest.approx(119.6, abs=1e-4))

    makers.undone(row)
    assert not Component.objects.exists()
    assert [one.subjects for one in MediaFile.objects.all()] == [[], []]


def test_the_same_pictures_again_change_nothing_and_another_is_shown_in_the_difference():
    makers.take(with_pictures(table("1.jpg"), {"1.jpg": LAMP}))
    again = with_pictures(table("another name.jpg"), {"x/another name.jpg": LAMP})
    assert makers.counts(again) == (0, 0, 1, 0)
    more = with_pictures(table("2.jpg"), {"2.jpg": LID})
    assert makers.counts(more) == (0, 1, 0, 0)
    (told,) = rows_of(more)[0]["changes"]
    assert (told["title"], told["before"], told["after"]) == ("照片（文件名）", "1 张", "2 张")
    makers.take(more)
    assert MediaFile.objects.count() == 2
    change = ComponentChange.objects.get(import_id=more.pk)
    assert (change.kind, len(change.before["photos"]), len(change.after["photos"])) == (
        "photo",
        1,
        2,
    )
    makers.undone(more)
    assert len(Component.objects.get().photos) == 1
    back = ComponentChange.objects.filter(import_id=more.pk).latest("pk")
    assert (back.before, back.after) == (change.after, change.before)
    assert set(back.before) == {"photos"}


def test_what_is_no_picture_is_told_at_its_row_and_the_row_goes_in_without_it():
    files = {
        "big.png": LAMP,
        "bad.jpg": LAMP[: len(LAMP) // 2],
        "film.jpg": b"%PDF-1.4 no picture",
        "ok.jpg": LID,
    }
    content = table("ok.jpg;none.jpg", "bad.jpg", "film.jpg", "big.png", "ok.jpg")
    row = with_pictures(content, files)
    assert makers.counts(row) == (5, 0, 0, 0)
    assert problems(row) == [
        ["照片文件找不到：none.jpg"], ["不是可用的照片：bad.jpg"], ["不是可用的照片：film.jpg"],
        ["不是可用的照片：big.png"], [],
    ]  # fmt: skip
    strict = makers.check_again(row, bad_pictures="refuse")
    assert makers.counts(strict) == (1, 0, 0, 4)
    assert {one["reason"] for one in strict.reasons} == {"picture_missing", "picture_broken"}


def test_a_picture_beyond_the_limit_and_a_bomb_of_pixels_are_too_large(settings):
    from chengmai.kernel.media.models import MediaLimit

    MediaLimit.objects.update_or_create(
        kind="image", defaults={"max_bytes": len(LID), "max_pixels": 10_000, "source": "test"}
    )
    files = {"bytes.jpg": LID + b"\0" * 10, "pixels.jpg": make_photo(120, 90, seed=3)}
    row = with_pictures(table("bytes.jpg", "pixels.jpg"), files)
    assert {one["reason"] for one in row.reasons} == {"picture_large"}


def test_pictures_may_lie_in_the_zip_of_the_table_or_in_a_zip_within_it():
    box = zipfile.ZipFile(io.BytesIO(table("a.jpg", "b.jpg")))
    files = {name: box.read(name) for name in box.namelist()}
    inner = makers.zip_of({"b.jpg": LID})
    row = makers.taken(makers.zip_of({**files, "照片/a.jpg": LAMP, "照片2.zip": inner}))
    assert (row.state, [len(c.photos) for c in Component.objects.all()]) == ("taken", [1, 1])


def test_a_full_component_keeps_its_photos_and_the_row_says_so():
    makers.take(with_pictures(table("1.jpg"), {"1.jpg": LAMP}))
    one = Component.objects.get()
    Component.objects.update(photos=[*one.photos, *range(10_000, 10_019)])
    row = with_pictures(table("2.jpg"), {"2.jpg": LID})
    assert makers.counts(row) == (0, 0, 1, 0)
    assert problems(row) == [["该部件已有 20 张照片，多出的未收"]]


def test_archives_are_refused_when_they_hold_no_pictures_or_come_too_late():
    row = makers.sent(table("1.jpg"))

    def send(content):
        return add_pictures(import_id=row.pk, content=io.BytesIO(content), file_name="../照片.zip", actor=SYSTEM, at=makers.NOW)  # fmt: skip

    for content in (b"", LAMP, makers.zip_of({"readme.txt": b"x"})):
        with pytest.raises(FileNotReadable):
            send(content)
    assert send(makers.zip_of({"1.jpg": LAMP})).pictures[0]["name"] == "照片.zip"
    assert len(send(makers.zip_of({"1.jpg": LAMP})).pictures) == 1
    assert drop_pictures(import_id=row.pk, actor=SYSTEM, at=makers.NOW).pictures == []
    send(makers.zip_of({"1.jpg": LAMP}))
    makers.take(makers.check_again(row))
    with pytest.raises(ImportNotReady):
        send(makers.zip_of({"2.jpg": LID}))


def test_what_went_out_comes_in_again_without_change(tmp_path):
    makers.take(with_pictures(table("1.jpg;2.jpg", "2.jpg"), {"1.jpg": LAMP, "2.jpg": LID}))
    for form, name in ((Form.XLSX, "部件.xlsx"), (Form.GEOPACKAGE, "部件.gpkg")):
        path = tmp_path / f"{form}.zip"
        assert write_export(path, Wanted("components", form, photos=True), lambda _: None) == 2
        with zipfile.ZipFile(path) as box:
            listed = set(box.namelist())
            if form is Form.XLSX:
                sheet = load_workbook(io.BytesIO(box.read(name))).active
                cells = [cell.value for row in sheet.iter_rows(min_row=2) for cell in row]
                assert f"{makers.code(1)}-1.jpg;{makers.code(1)}-2.jpg" in cells
        assert listed == {name, *(f"photos/{makers.code(n)}-{k}.jpg" for n, k in ((1, 1), (1, 2), (2, 1)))}  # fmt: skip
        again = makers.checked(path.read_bytes(), "部件.zip", system="cgcs2000")
        assert makers.counts(again) == (0, 0, 2, 0), (form, rows_of(again))
    assert MediaFile.objects.count() == 2


def test_when_an_import_is_forgotten_only_pictures_that_are_shown_stay_held():
    row = makers.take(with_pictures(table("1.jpg"), {"1.jpg": LAMP}))
    unused = with_pictures(table("2.jpg"), {"2.jpg": LID})
    from datetime import timedelta

    forget_old(at=makers.NOW + timedelta(days=31))
    held = dict(MediaFile.objects.values_list("pk", "subjects"))
    assert held[Component.objects.get().photos[0]] == [f"component:{makers.code(1)}"]
    assert sorted(held.values()) == [[], [f"component:{makers.code(1)}"]]
    assert row.pk != unused.pk
