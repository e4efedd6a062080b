package dev.unhang.app.json;

import dev.unhang.app.console.ExitCode;
import dev.unhang.app.text.JsonText;
import dev.unhang.repair.trial.LoadOrder;
import dev.unhang.repair.trial.LoadResult;
import java.util.Optional;

/// `unhang.load/1`.
public final class LoadJson {
  private LoadJson() {}

  /// The whole document.
  public static JsonText document(LoadOrder order, LoadResult result, ExitCode exit) {
    return Json.document(json ->
        json.string("schema", "unhang.load/1")
            .string("interface", order.nic().value())
            .string("outcome", outcome(result))
            .number("exit", exit.status())
            .string("server", order.server())
            .number("port", order.port())
            .number("parallel", order.parallel())
            .flag("reverse", order.reverse())
            .number("milliseconds", result.lasted().toMillis())
            .number("bytes", result.bytes())
            .string("said", said(result)));
  }

  private static String outcome(LoadResult result) {
    return switch (result) {
      case LoadResult.Quiet quiet -> "no-hang";
      case LoadResult.Elsewhere none -> "nothing-sent";
      case LoadResult.Hung hung -> "hung";
      case LoadResult.Stalled stalled -> "stalled";
      case LoadResult.Failed failed -> "failed";
    };
  }

  /// The kernel's report, or iperf3's error.
  private static Optional<String> said(LoadResult result) {
    return switch (result) {
      case LoadResult.Hung hung -> Optional.of(hung.report().text());
      case LoadResult.Failed failed -> Optional.of(failed.error());
      case LoadResult.Quiet quiet -> Optional.empty();
      case LoadResult.Elsewhere none -> Optional.empty();
      case LoadResult.Stalled stalled -> Optional.empty();
    };
  }
}
