"""Old likes on X's own page of them: "Telusuri tanda" leads there as it does on ours, and taking back is free."""

from __future__ import annotations

from tests.e2e.drivers import Driver
from tests.e2e.stepping import begin, press_next, wait_at_mark, wait_bar
from tests.e2e.steps import assert_free, see

CAMPAIGNING = ('[data-id="102"]', '[data-id="104"]')


def test_old_likes_are_stepped_through_and_taken_back_by_the_person(fresh: Driver) -> None:
    fresh.goto("https://x.com/saya_contoh/likes")
    # More of the list would follow: its last post can stand in the middle of the screen, too.
    fresh.js("document.querySelector('.timeline').style.minHeight = '300vh';")
    for post in CAMPAIGNING:
        see(fresh, post, "campaign")
    begin(fresh)
    for number, post in enumerate(CAMPAIGNING, 1):
        wait_bar(fresh, f"{number} dari {len(CAMPAIGNING)}")
        wait_at_mark(fresh, post)
        fresh.click(f'{post} [data-testid="unlike"]')
        assert_free(fresh, {f"unlike-{taken[10:-2]}": 1 for taken in CAMPAIGNING[:number]})
        press_next(fresh)
