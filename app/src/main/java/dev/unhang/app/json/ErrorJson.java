package dev.unhang.app.json;

import dev.unhang.app.console.ExitCode;
import dev.unhang.app.text.JsonText;
import dev.unhang.model.error.UnhangException;

/// `unhang.error/1`: what a command that was to print JSON says where it could not.
public final class ErrorJson {
  private ErrorJson() {}

  /// What could not be done.
  public static JsonText document(UnhangException failed, ExitCode exit) {
    return Json.document(json -> {
      json.string("schema", "unhang.error/1").number("exit", exit.status());
      fields(json, failed);
    });
  }

  /// A command line that makes no sense, or a bug: there is no place, and nothing that was tried.
  ///
  /// @param hint what to type; empty where the sentence says it
  public static JsonText document(String why, String hint, ExitCode exit) {
    return Json.document(json ->
        json.string("schema", "unhang.error/1")
            .number("exit", exit.status())
            .string("what", "")
            .string("where", "")
            .string("why", why)
            .string("hint", hint));
  }

  static void fields(Json json, UnhangException failed) {
    json.string("what", failed.what())
        .string("where", failed.where())
        .string("why", failed.why())
        .string("hint", failed.hint());
  }
}
