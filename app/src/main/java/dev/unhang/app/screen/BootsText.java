package dev.unhang.app.screen;

import dev.unhang.app.json.Json;
import dev.unhang.app.text.JsonText;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import dev.unhang.logs.journal.BootSpan;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The boots of a journal.
public final class BootsText {
  /// As journalctl has it.
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss zzz", Locale.ROOT);

  private BootsText() {}

  /// A line a boot, times in this machine's zone.
  public static Lines table(List<BootSpan> boots) {
    Table table = new Table("IDX", "BOOT ID", "FIRST ENTRY", "LAST ENTRY");
    for (BootSpan boot : boots) {
      table.row(
          String.format("%3d", boot.index()),
          boot.id().value(),
          local(boot.first()),
          local(boot.last()));
    }
    return new Lines().rows(table);
  }

  private static String local(Instant at) {
    return LOCAL.format(at.atZone(ZoneId.systemDefault()));
  }

  /// `unhang.boots/1`.
  public static JsonText json(List<BootSpan> boots) {
    return Json.document(json ->
        json.string("schema", "unhang.boots/1")
            .objects(
                "boots",
                boots,
                (each, boot) ->
                    each.number("index", boot.index())
                        .string("boot", boot.id().value())
                        .string("first", boot.first().toString())
                        .string("last", boot.last().toString())));
  }
}
