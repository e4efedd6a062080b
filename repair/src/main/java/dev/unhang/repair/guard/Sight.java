package dev.unhang.repair.guard;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A source as a guard sees it: it is there, it is not there, or that can't be told. Of a source
/// that was read in part, what was read is there and the rest can't be told.
///
/// @param there empty where it is not there, or can't be seen
/// @param doubt why what is not in `there` may be there all the same
record Sight<T>(Optional<T> there, Optional<GuardAnswer.CannotTell> doubt) {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  /// What a kernel without such rules or such a driver answers a program that asks for them.
  private static final String NOT_SUPPORTED = "Operation not supported";

  /// Of a file, a folder or a question to the kernel, for which "not offered" is an answer.
  ///
  /// @param source what was asked, for a person
  static <T> Sight<T> of(String source, Reading<T> reading) {
    return switch (reading) {
      case Reading.Read<T> read -> new Sight<>(Optional.of(read.value()), Optional.empty());
      case Reading.Partly<T> partly ->
          new Sight<>(
              Optional.of(partly.value()),
              cannotTell(source, "read in part: " + partly.troubles().getFirst().what()));
      case Reading.Absent<T> absent when absent.why() == WhyAbsent.NOT_OFFERED ->
          new Sight<>(Optional.empty(), Optional.empty());
      case Reading.Absent<T> absent ->
          new Sight<>(Optional.empty(), cannotTell(source, absent.why().word()));
      case Reading.Unreadable<T> unreadable ->
          new Sight<>(Optional.empty(), cannotTell(source, unreadable.trouble().what()));
    };
  }

  /// Of what every host that runs has: also its absence is no answer.
  static <T> Sight<T> needed(String source, Reading<T> reading) {
    Sight<T> sight = of(source, reading);
    return sight.there.isEmpty() && sight.doubt.isEmpty()
        ? new Sight<>(Optional.empty(), cannotTell(source, reading.whyNot().orElse("not there")))
        : sight;
  }

  /// What a program printed. One that is not there, or that failed, has told nothing; one that says
  /// that the kernel has no such thing has said that nothing is there.
  static Sight<String> printed(HostView host, List<String> argv) {
    Command command = new Command(argv, WITHIN);
    Sight<CommandOutput> ran = needed(command.line(), host.command(command));
    Optional<CommandOutput> failed = ran.there.filter(output -> output.exit() != 0);
    if (failed.isEmpty()) {
      return new Sight<>(ran.there.map(CommandOutput::out).map(Content::utf8), ran.doubt);
    }
    String error = failed.get().err().utf8().strip();
    return error.contains(NOT_SUPPORTED)
        ? new Sight<>(Optional.empty(), Optional.empty())
        : new Sight<>(
            Optional.empty(),
            cannotTell(
                command.line(),
                "ended with "
                    + failed.get().exit()
                    + error.lines().findFirst().map(line -> ": " + line).orElse("")));
  }

  static Optional<GuardAnswer.CannotTell> cannotTell(String source, String why) {
    return Optional.of(new GuardAnswer.CannotTell(source, why));
  }

  /// What a guard answers that saw nothing against a step: it allows, where nothing was hidden.
  static GuardAnswer allowed(Optional<GuardAnswer.CannotTell> doubt) {
    return doubt.<GuardAnswer>map(each -> each).orElse(new GuardAnswer.Allows());
  }
}
