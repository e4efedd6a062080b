package dev.unhang.app.json;

import dev.unhang.app.console.ExitCode;
import dev.unhang.app.text.JsonText;
import dev.unhang.hosts.bundle.ReportDraft;

/// `unhang.report-made/1`: which report was written, and what is in it.
public final class ReportMadeJson {
  private ReportMadeJson() {}

  /// @param packed bytes of the file
  public static JsonText document(
      String file, boolean redacted, ReportDraft draft, long packed, ExitCode exit) {
    return Json.document(json ->
        json.string("schema", "unhang.report-made/1")
            .string("file", file)
            .number("bytes", packed)
            .flag("redacted", redacted)
            .number("exit", exit.status())
            .objects(
                "holds",
                draft.entries(),
                (each, entry) ->
                    each.string("name", entry.name()).number("bytes", entry.content().size()))
            .strings("leftOut", draft.leftOut()));
  }
}
