package dev.unhang.model.evidence;

import dev.unhang.model.name.SourceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How reading a source ended. There are no default values for things that were not read.
///
/// @param <T> what a successful reading yields
public sealed interface Reading<T> {
  /// All of it was read.
  record Read<T>(T value, Origin origin) implements Reading<T> {}

  /// Part of it was read; the troubles say what is missing or damaged.
  record Partly<T>(T value, List<Trouble> troubles, Origin origin) implements Reading<T> {
    public Partly {
      troubles = List.copyOf(troubles);
    }
  }

  /// It is not there, or not for us.
  ///
  /// @param mend what a person can do to have it read next time
  record Absent<T>(SourceId source, WhyAbsent why, String mend) implements Reading<T> {}

  /// It is there and makes no sense.
  record Unreadable<T>(Trouble trouble, Origin origin) implements Reading<T> {}

  /// What was read, whole or in part.
  default Optional<T> known() {
    return switch (this) {
      case Read<T> read -> Optional.of(read.value());
      case Partly<T> partly -> Optional.of(partly.value());
      case Absent<T> absent -> Optional.empty();
      case Unreadable<T> unreadable -> Optional.empty();
    };
  }

  /// The same outcome with the value seen as something else.
  default <U> Reading<U> map(Function<? super T, ? extends U> see) {
    return switch (this) {
      case Read<T> read -> new Read<>(see.apply(read.value()), read.origin());
      case Partly<T> partly ->
          new Partly<>(see.apply(partly.value()), partly.troubles(), partly.origin());
      case Absent<T> absent -> new Absent<>(absent.source(), absent.why(), absent.mend());
      case Unreadable<T> unreadable -> new Unreadable<>(unreadable.trouble(), unreadable.origin());
    };
  }

  /// Why there is no value, in words for a person; empty where there is one.
  default Optional<String> whyNot() {
    return switch (this) {
      case Read<T> read -> Optional.empty();
      case Partly<T> partly -> Optional.empty();
      case Absent<T> absent -> Optional.of(absent.why().word() + ": " + absent.mend());
      case Unreadable<T> unreadable -> Optional.of(unreadable.trouble().toString());
    };
  }
}
