package dev.unhang.app.web;

import dev.unhang.app.json.Json;
import dev.unhang.app.page.Mark;
import dev.unhang.app.page.WatchPage;
import dev.unhang.app.screen.StatusScreen;
import dev.unhang.app.text.JsonText;
import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.sense.Traffic;
import dev.unhang.watch.standing.Recent;
import dev.unhang.watch.standing.Standing;
import java.time.ZoneId;

/// What page.js is told: not for other programs, which have `unhang.status/1`.
public final class LiveJson {
  private LiveJson() {}

  /// How things stand now.
  ///
  /// @param edition of the page that fits it
  public static JsonText now(Standing standing, String edition, ZoneId zone) {
    return Json.line(json ->
        json.string("state", StatusScreen.first(standing).text())
            .string("mark", Mark.of(standing))
            .string("at", WatchPage.time(standing.at().wall(), zone))
            .number("ms", standing.at().wall().toEpochMilli())
            .string("episodes", edition)
            .objects("nics", standing.nics(), LiveJson::nic));
  }

  private static void nic(Json json, NicStanding nic) {
    json.string("key", nic.nic().key())
        .string("condition", nic.condition().words())
        .string("mark", Mark.of(nic.condition()))
        .number("sent", nic.traffic().map(Traffic::sent))
        .number("received", nic.traffic().flatMap(Traffic::received))
        .number("inFlight", nic.traffic().map(Traffic::inFlight));
  }

  /// What NICs carried in the last minutes.
  public static JsonText recent(Standing standing, Recent recent) {
    return Json.line(json ->
        json.objects(
            "nics",
            standing.nics(),
            (each, nic) ->
                each.string("key", nic.nic().key())
                    .objects(
                        "points",
                        recent.of(nic.nic().key()),
                        (one, point) ->
                            one.number("ms", point.at().toEpochMilli())
                                .number("sent", point.traffic().sent())
                                .number("received", point.traffic().received())
                                .number("inFlight", point.traffic().inFlight()))));
  }
}
