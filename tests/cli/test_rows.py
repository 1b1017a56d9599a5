"""Posts to measure with: what a line may hold, and what is told of a line or a file that cannot be used."""

from __future__ import annotations

import gzip

import pytest

from server.cli.rows import RowsError, read_rows

DAY = "2026-11-22"
GOOD = '{"text": "Selamat pagi"}\n'


@pytest.fixture
def write(tmp_path):
    """Write a file of rows and return its path."""

    def written(content):
        path = tmp_path / "kiriman.jsonl"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def why(path):
    """What is told of a file that cannot be read."""
    with pytest.raises(RowsError) as error:
        read_rows(path, DAY)
    return str(error.value)


def test_a_line_with_a_text_becomes_a_row(write):
    line = (
        '{"id": 7, "text": "Selamat pagi", "date": "2024-10-20", "label": "none",'
        ' "kind": "warga", "source": "a", "unsure": true}'
    )
    (row,) = read_rows(write(line), DAY).rows
    assert (row.line, row.context, row.date) == (1, {"text": "Selamat pagi"}, "2024-10-20")
    assert (row.label, row.kind, row.source, row.unsure, row.id) == ("none", "warga", "a", True, "7")


def test_a_row_without_a_date_has_the_day_that_is_given(write):
    assert read_rows(write(GOOD), DAY).rows[0].date == DAY


def test_a_line_may_hold_a_whole_context_and_its_text_may_be_empty(write):
    line = '{"context": {"text": "", "image_alt": ["poster"], "author": {"name": "Warung"}}}'
    assert read_rows(write(line), DAY).rows[0].context == {
        "text": "",
        "image_alt": ["poster"],
        "author": {"name": "Warung"},
    }


def test_keys_of_other_collections_are_passed_over(write):
    assert read_rows(write('{"text": "Selamat pagi", "platform": "x", "stance": null}'), DAY).rows


def test_a_compressed_file_a_mark_at_its_start_and_empty_lines_are_read(write):
    path = write(gzip.compress(b"\xef\xbb\xbf" + f"{GOOD}\n\r\n{GOOD}".encode()))
    assert [row.line for row in read_rows(path, DAY).rows] == [1, 4]


def test_only_so_many_rows_are_read(write):
    assert len(read_rows(write(GOOD * 5), DAY, limit=2).rows) == 2


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("bukan JSON", "not JSON"),
        ("{", "not JSON"),
        ("[]", "no JSON object that fits"),
        ('{"label": "none"}', "needs a text or a context"),
        ('{"text": "a", "context": {"text": "a"}}', "keep one"),
        ('{"text": "  "}', "the text is empty"),
        ('{"text": 5}', "text: "),
        ('{"text": "a", "label": "pro"}', "label: must be none, mention or campaign"),
        ('{"text": "a", "date": "2024-02-30"}', "date: must be a day that exists"),
        ('{"text": "a", "date": "20/10/2024"}', "date: must be a day that exists"),
        ('{"context": {"text": "a", "autor": {}}}', "context: Object contains unknown field `autor`"),
        ('{"context": {"text": "a", "author": {"name": 1}}}', "context.author.name: "),
        (b'{"text": "\xff"}', "not UTF-8"),
    ],
)
def test_a_bad_line_is_told_in_one_line_with_its_file_and_number(write, line, told):
    path = write(GOOD.encode() * 16 + (line if isinstance(line, bytes) else line.encode()))
    message = why(path)
    assert message.startswith(f"{path}:17: ")
    assert told in message
    assert "\n" not in message


def test_bad_lines_are_passed_over_and_counted_where_asked(write):
    read = read_rows(write(f"{GOOD}x\n{GOOD}y\n"), DAY, skip_bad=True)
    assert ([row.line for row in read.rows], read.bad_lines) == ([1, 3], [2, 4])


@pytest.mark.parametrize("content", ["", "\n\n", "x\n"])
def test_a_file_without_a_usable_row_is_told(write, content):
    path = write(content)
    with pytest.raises(RowsError, match="no usable row"):
        read_rows(path, DAY, skip_bad=True)


@pytest.mark.parametrize("content", [gzip.compress(GOOD.encode())[:20], b"\x1f\x8bkusut"], ids=["cut", "torn"])
def test_a_broken_archive_is_told(write, content):
    assert "cannot be read" in why(write(content))
