"""Cases worked out by hand from the design. Run: python3 Tests/Oracle/test_oracle.py"""

import sys

sys.dont_write_bytecode = True

import unittest
from datetime import date, datetime, timedelta, timezone

from oracle import SKILL, UNSURE, Oracle, days_of, logical_day, monday_of, week_name
from simulate import differences, differences_by

UTC = timezone.utc
# A calendar to count on: 2026-01-05 is the Monday of 2026-W02.
W02 = date(2026, 1, 5)


def week(n: int) -> date:
    """The Monday of 2026-Wn."""
    return W02 + timedelta(weeks=n - 2)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


class Diary:
    """An oracle driven by days instead of instants, always in UTC at noon and after."""

    def __init__(self, start: date):
        self.oracle = Oracle()
        self.minutes_past = 0
        self.oracle.run(noon(start), "UTC")

    def at(self, day: date) -> datetime:
        self.minutes_past += 1
        return noon(day) + timedelta(seconds=self.minutes_past)

    def practise(self, skill: str, *days: date, **fields) -> str:
        for day in days:
            id = f"C{self.minutes_past:09d}"
            self.oracle.checkin(id, self.at(day), "UTC", skill, **fields)
        return id

    def skip(self, first: date, last: date, skill: str | None = None) -> str:
        id = f"S{self.minutes_past:09d}"
        self.oracle.skip_add(id, self.at(first), "UTC", skill, first, last)
        return id

    def today(self, day: date) -> dict:
        return self.oracle.answer_today(self.at(day), "UTC")

    def skill_today(self, skill: str, day: date) -> dict:
        return next(s for s in self.today(day)["skills"] if s["slug"] == skill)

    def report(self, monday: date, day: date) -> dict:
        return self.oracle.answer_report(monday, self.at(day), "UTC")


class DaysAndWeeks(unittest.TestCase):
    def test_half_past_one_belongs_to_the_day_before(self):
        shanghai = "Asia/Shanghai"
        self.assertEqual(logical_day(datetime(2026, 3, 9, 17, 30, tzinfo=UTC), shanghai),
                         date(2026, 3, 9))  # 01:30 on the 10th
        self.assertEqual(logical_day(datetime(2026, 3, 9, 19, 59, tzinfo=UTC), shanghai),
                         date(2026, 3, 9))  # 03:59
        self.assertEqual(logical_day(datetime(2026, 3, 9, 20, 0, tzinfo=UTC), shanghai),
                         date(2026, 3, 10))  # 04:00

    def test_the_day_starts_by_the_wall_clock_when_clocks_change(self):
        # New York, 8 March 2026: 01:59 EST is followed by 03:00 EDT; 04:00 EDT is 08:00 UTC.
        new_york = "America/New_York"
        self.assertEqual(logical_day(datetime(2026, 3, 8, 7, 59, tzinfo=UTC), new_york),
                         date(2026, 3, 7))
        self.assertEqual(logical_day(datetime(2026, 3, 8, 8, 0, tzinfo=UTC), new_york),
                         date(2026, 3, 8))
        # 1 November 2026: clocks go back; 04:00 EST is 09:00 UTC.
        self.assertEqual(logical_day(datetime(2026, 11, 1, 8, 59, tzinfo=UTC), new_york),
                         date(2026, 10, 31))
        self.assertEqual(logical_day(datetime(2026, 11, 1, 9, 0, tzinfo=UTC), new_york),
                         date(2026, 11, 1))

    def test_week_names_across_the_year(self):
        self.assertEqual(week_name(monday_of(date(2027, 1, 3))), "2026-W53")
        self.assertEqual(week_name(monday_of(date(2024, 12, 30))), "2025-W01")
        self.assertEqual(week_name(W02), "2026-W02")


class AskedOwedSlack(unittest.TestCase):
    def test_who_installs_on_sunday_owes_nothing_and_on_friday_one_session(self):
        sunday, friday = week(2) + timedelta(6), week(2) + timedelta(4)
        papers = Diary(sunday).skill_today("papers", sunday)
        # Six days skipped: 3 × 1/7 = 0.43; four: 3 × 3/7 = 1.29.
        self.assertEqual((papers["sessions"], papers["owed"], papers["slack"]), (0, 0, 1))
        papers = Diary(friday).skill_today("papers", friday)
        self.assertEqual((papers["sessions"], papers["owed"], papers["slack"]), (1, 1, 2))

    def test_a_day_off_runs_on_over_adjacent_skips_of_all_skills(self):
        monday = week(2)
        diary = Diary(monday)
        diary.skip(monday, monday + timedelta(1))
        diary.skip(monday + timedelta(2), monday + timedelta(2))
        diary.skip(monday + timedelta(3), monday + timedelta(3), "papers")
        self.assertEqual(diary.today(monday)["off"]["until"], "2026-01-07")
        self.assertIsNone(diary.today(monday + timedelta(3))["off"])

    def test_slack_counts_today_only_until_it_is_practised(self):
        diary = Diary(W02)
        thursday = days_of(W02)[3]
        self.assertEqual(diary.skill_today("papers", thursday)["slack"], 1)  # Th Fr Sa Su - 3
        diary.practise("papers", thursday)
        papers = diary.skill_today("papers", thursday)
        self.assertEqual((papers["owed"], papers["slack"]), (2, 1))  # Fr Sa Su - 2

    def test_two_checkins_on_a_day_are_one_session(self):
        diary = Diary(W02)
        diary.practise("papers", W02, W02, minutes=20)
        papers = diary.skill_today("papers", W02)
        self.assertEqual((papers["done"], papers["minutes"]), (1, 40))

    def test_skipped_days_lower_what_is_asked_until_practised(self):
        diary = Diary(W02)
        days = days_of(W02)
        diary.skip(days[0], days[3])  # Mon–Thu for all: 3 × 3/7 = 1.29
        self.assertEqual(diary.skill_today("papers", days[0])["sessions"], 1)
        # One session a week asks for nothing with four days off: 3/7 = 0.43.
        self.assertEqual(diary.skill_today("debug", days[0])["sessions"], 0)
        diary.practise("papers", days[1], days[2])  # two of them practised: 3 × 5/7 = 2.14
        papers = diary.skill_today("papers", days[2])
        self.assertEqual((papers["sessions"], papers["done"], papers["slack"]), (2, 2, 3))

    def test_a_skip_for_one_skill_leaves_the_others(self):
        diary = Diary(W02)
        diary.skip(W02, days_of(W02)[6], skill="papers")
        papers = diary.skill_today("papers", W02)
        self.assertEqual((papers["sessions"], papers["owed"], papers["slack"]), (0, 0, 0))
        self.assertEqual(diary.skill_today("debug", W02)["sessions"], 1)


class Plans(unittest.TestCase):
    def test_a_later_first_plan_excuses_the_days_before_it(self):
        diary = Diary(W02)
        saturday = days_of(week(3))[5]
        diary.oracle.focus(["frontier"], diary.at(saturday), "UTC", sessions=4)
        # Sat and Sun count: 4 × 2/7 = 1.14.
        self.assertEqual(diary.skill_today("frontier", saturday)["sessions"], 1)
        self.assertEqual(diary.skill_today("frontier", week(4))["sessions"], 4)

    def test_a_default_focus_skill_has_no_later_first_day(self):
        diary = Diary(W02)
        diary.oracle.shelve(["papers"], diary.at(W02), "UTC")
        saturday = days_of(week(3))[5]
        diary.oracle.focus(["papers"], diary.at(saturday), "UTC", sessions=3)
        papers = diary.skill_today("papers", saturday)
        self.assertEqual((papers["sessions"], papers["slack"]), (3, -1))

    def test_a_plan_holds_from_its_week_and_not_before(self):
        diary = Diary(W02)
        diary.oracle.focus(["papers"], diary.at(week(4)), "UTC", sessions=5)
        diary.oracle.focus(["papers"], diary.at(week(4)), "UTC", minutes=200)
        asked = {n: diary.oracle.log().asked("papers", week(n)) for n in (3, 4, 5)}
        self.assertEqual(asked, {3: 3, 4: 5, 5: 5})
        self.assertEqual(diary.oracle.log().plan("papers", week(5)).minutes, 200)


class Streaks(unittest.TestCase):
    def test_left_out_weeks_are_passed_over_and_unmet_ones_end_it(self):
        diary = Diary(W02)
        diary.practise("debug", week(2), week(4), week(6))  # W03 stays unmet
        diary.skip(week(5), days_of(week(5))[6])
        self.assertEqual(diary.skill_today("debug", week(7))["streak"], 2)  # W06, (W05), W04
        diary.practise("debug", week(7))
        self.assertEqual(diary.skill_today("debug", week(7))["streak"], 3)
        report = {s["slug"]: s for s in diary.report(week(4), week(7))["skills"]}
        self.assertEqual(report["debug"]["streak"], 1)

    def test_backfilled_weeks_before_the_start_count_and_the_streak_stops_at_104(self):
        diary = Diary(W02)
        # A week before the start asks for one session once four of its days were practised: 4/7 = 0.57.
        for day in (W02 - timedelta(weeks=n) + timedelta(days) for n in range(1, 110) for days in range(4)):
            diary.practise("debug", W02, day=day)
        self.assertEqual(diary.skill_today("debug", W02)["streak"], 104)
        diary.practise("debug", W02)
        self.assertEqual(diary.skill_today("debug", W02)["streak"], 104)


class Today(unittest.TestCase):
    def test_order_is_slack_then_missed_then_met(self):
        diary = Diary(W02)
        saturday, sunday = days_of(week(3))[5:]
        diary.practise("weekend", saturday)
        diary.practise("reproduce", W02)
        # Sunday: reproduce and debug have slack 0, debug never practised; papers missed.
        self.assertEqual(diary.today(sunday)["order"], ["debug", "reproduce", "papers", "weekend"])

    def test_missed_skills_are_tied_by_days_unpractised_not_by_slack(self):
        diary = Diary(W02)
        diary.oracle.focus(["debug"], diary.at(W02), "UTC", sessions=7)
        diary.practise("debug", days_of(W02)[0])
        diary.practise("papers", days_of(W02)[0])
        sunday = days_of(W02)[6]
        log = diary.oracle.log()
        self.assertEqual((log.slack("papers", sunday), log.slack("debug", sunday)), (-1, -5))
        # 6 days × 7/7 is longer than 6 days × 3/7.
        order = diary.today(sunday)["order"]
        self.assertLess(order.index("debug"), order.index("papers"))

    def test_retest_takes_the_most_overdue_for_its_interval(self):
        diary = Diary(W02)
        diary.practise("frontier", W02)  # every 15
        diary.practise("portfolio", W02)  # every 45
        self.assertIsNone(diary.today(W02 + timedelta(15))["retest"])
        self.assertEqual(diary.today(W02 + timedelta(16))["retest"],
                         {"slug": "frontier", "days": 16, "every": 15})
        diary.practise("frontier", W02 + timedelta(40))
        self.assertEqual(diary.today(W02 + timedelta(50))["retest"],
                         {"slug": "portfolio", "days": 50, "every": 45})

    def test_practice_ahead_of_today_leaves_slack_and_order_open(self):
        oracle = Oracle()
        tuesday_in_auckland = datetime(2026, 3, 10, 0, tzinfo=UTC)  # Monday in New York
        oracle.checkin("A", tuesday_in_auckland, "Pacific/Auckland", "papers")
        answer = oracle.answer_today(tuesday_in_auckland + timedelta(hours=1), "America/New_York")
        papers = next(s for s in answer["skills"] if s["slug"] == "papers")
        self.assertEqual((answer["day"], papers["lastDay"]), ("2026-03-09", "2026-03-10"))
        self.assertIs(papers["slack"], UNSURE)
        self.assertIs(answer["order"], UNSURE)


class UndoAndRedo(unittest.TestCase):
    def test_undo_takes_the_newest_live_batch_and_never_the_start(self):
        diary = Diary(W02)
        self.assertIsNone(diary.oracle.undo())
        diary.practise("papers", W02)
        diary.practise("debug", W02)
        self.assertEqual([diary.oracle.undo().command for _ in range(2)], ["checkin"] * 2)
        self.assertIsNone(diary.oracle.undo())
        self.assertEqual(diary.oracle.start, W02)
        diary.oracle.redo()  # papers came back: it was undone last
        self.assertEqual([c["skill"] for c in diary.oracle.answer_log()], ["papers"])

    def test_redo_still_works_after_new_commands_and_keeps_the_old_place(self):
        diary = Diary(W02)
        id = diary.practise("papers", W02, minutes=10)
        diary.oracle.edit(id, diary.at(W02), "UTC", minutes=20)
        diary.oracle.undo()
        diary.oracle.edit(id, diary.at(W02), "UTC", minutes=30)
        diary.oracle.redo()  # the older edit is live again, but the newer one wins
        self.assertEqual(diary.oracle.answer_log()[0]["minutes"], 30)
        diary.oracle.undo()
        self.assertEqual(diary.oracle.answer_log()[0]["minutes"], 20)

    def test_a_command_that_changes_nothing_leaves_nothing_to_undo(self):
        diary = Diary(W02)
        id = diary.practise("papers", W02, minutes=10)
        self.assertFalse(diary.oracle.edit(id, diary.at(W02), "UTC", minutes=10))
        diary.oracle.undo()
        self.assertEqual(diary.oracle.answer_log(), [])

    def test_undoing_the_first_plan_moves_the_first_day(self):
        diary = Diary(W02)
        wednesday, friday = days_of(W02)[2], days_of(W02)[4]
        diary.oracle.focus(["moe"], diary.at(wednesday), "UTC", sessions=7)
        self.assertEqual(diary.skill_today("moe", friday)["sessions"], 5)
        diary.oracle.undo()
        diary.oracle.focus(["moe"], diary.at(friday), "UTC", sessions=7)
        self.assertEqual(diary.skill_today("moe", friday)["sessions"], 3)
        diary.oracle.redo()
        self.assertEqual(diary.skill_today("moe", friday)["sessions"], 5)


class Reports(unittest.TestCase):
    def test_log_is_sorted_by_day_then_instant(self):
        diary = Diary(W02)
        diary.practise("papers", week(3))
        diary.practise("debug", week(3), day=W02)
        self.assertEqual([c["skill"] for c in diary.oracle.answer_log()], ["debug", "papers"])

    def test_figures_of_a_week(self):
        diary = Diary(days_of(week(2))[2])
        diary.practise("papers", week(3), minutes=30, evidence=1)
        diary.practise("debug", week(3), minutes=None)
        diary.practise("papers", days_of(week(4))[1], minutes=45)
        diary.practise("dpo", days_of(week(4))[1], days_of(week(4))[1])
        diary.oracle.item_done("papers/triage-ten", diary.at(week(4)), "UTC")
        report = diary.report(week(4), week(5))
        self.assertTrue(report["finished"])
        self.assertEqual((report["from"], report["to"]), ("2026-01-19", "2026-01-25"))
        self.assertEqual(report["totals"],
                         {"sessions": 2, "minutes": 45, "activeDays": 1, "itemsDone": 1})
        self.assertEqual(report["previous"],
                         {"sessions": 2, "minutes": 30, "activeDays": 1, "itemsDone": 0})
        # Only W02 and W03 are not before the start's week.
        self.assertEqual(report["average4"],
                         {"sessions": 1, "minutes": 15, "activeDays": 0.5, "itemsDone": 0})
        skills = {s["slug"]: s for s in report["skills"]}
        self.assertEqual(set(skills), {"papers", "reproduce", "debug", "weekend", "dpo"})
        self.assertEqual((skills["dpo"]["sessions"], skills["dpo"]["met"]), (0, None))
        self.assertEqual(skills["dpo"]["evidence"], {"claimed": 2, "evidenced": 0, "verified": 0})
        self.assertEqual(skills["papers"]["weeks"], [0, 0, 0, 0, 0, 0, 30, 45])
        self.assertIs(skills["papers"]["met"], False)

    def test_the_first_week_has_no_mean(self):
        diary = Diary(W02)
        diary.practise("papers", W02, day=W02 - timedelta(days=3), minutes=30)
        report = diary.report(W02, W02)
        self.assertEqual(set(report["average4"].values()), {0})
        self.assertEqual(report["previous"]["minutes"], 30)
        self.assertFalse(report["finished"])

    def test_the_default_focus_costs_six_and_a_half_hours(self):
        minutes = sum(s.default.minutes for s in SKILL.values() if s.default.focus)
        self.assertEqual(minutes, 390)


class Comparing(unittest.TestCase):
    def test_differences_are_found_and_other_keys_ignored(self):
        self.assertEqual(differences({"a": 1, "b": UNSURE}, {"a": 1, "b": 2, "c": 3}), [])
        self.assertEqual(len(differences({"a": 1, "b": None}, {"a": True})), 2)
        self.assertEqual(differences({"mean": 1.25}, {"mean": 1.3}), [])
        self.assertEqual(len(differences({"mean": 1.25}, {"mean": 1.31})), 1)

    def test_instants_are_compared_as_instants(self):
        instant = datetime(2026, 3, 8, 7, 0, tzinfo=UTC)
        self.assertEqual(differences(instant, "2026-03-08T15:00:00.000+08:00"), [])
        self.assertEqual(len(differences(instant, "2026-03-08T15:00:00Z")), 1)

    def test_rows_are_compared_as_a_set(self):
        rows = [{"slug": "a", "n": 1}, {"slug": "b", "n": 2}]
        self.assertEqual(differences_by("slug", rows, rows[::-1], "rows"), [])
        self.assertEqual(len(differences_by("slug", rows, rows[:1] * 2, "rows")), 2)


if __name__ == "__main__":
    unittest.main()
