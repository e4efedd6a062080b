package dev.unhang.model.evidence;

import dev.unhang.model.id.SourceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How reading a source ended. There are no default values for things that were not read.
///
/// @param <T> what a successful reading yields
public sealed interface Reading<T> {
  /// What was read, whole or in part.
  Optional<T> known();

  /// The same outcome with the value seen as something else.
  <U> Reading<U> map(Function<? super T, ? extends U> see);

  /// Why there is no value, in words for a person; empty where there is one.
  Optional<String> whyNot();

  /// All of it was read.
  record Read<T>(T value, Origin origin) implements Reading<T> {
    @Override
    public Optional<T> known() {
      return Optional.of(value);
    }

    @Override
    public <U> Reading<U> map(Function<? super T, ? extends U> see) {
      return new Read<>(see.apply(value), origin);
    }

    @Override
    public Optional<String> whyNot() {
      return Optional.empty();
    }
  }

  /// Part of it was read; the troubles say what is missing or damaged.
  record Partly<T>(T value, List<Trouble> troubles, Origin origin) implements Reading<T> {
    public Partly {
      troubles = List.copyOf(troubles);
    }

    @Override
    public Optional<T> known() {
      return Optional.of(value);
    }

    @Override
    public <U> Reading<U> map(Function<? super T, ? extends U> see) {
      return new Partly<>(see.apply(value), troubles, origin);
    }

    @Override
    public Optional<String> whyNot() {
      return Optional.empty();
    }
  }

  /// It is not there, or not for us.
  ///
  /// @param hint what a person can do to have it read next time
  record Absent<T>(SourceId source, WhyAbsent why, String hint) implements Reading<T> {
    @Override
    public Optional<T> known() {
      return Optional.empty();
    }

    @Override
    public <U> Reading<U> map(Function<? super T, ? extends U> see) {
      return new Absent<>(source, why, hint);
    }

    @Override
    public Optional<String> whyNot() {
      return Optional.of(why.word() + ": " + hint);
    }
  }

  /// It is there and makes no sense.
  record Unreadable<T>(Trouble trouble, Origin origin) implements Reading<T> {
    @Override
    public Optional<T> known() {
      return Optional.empty();
    }

    @Override
    public <U> Reading<U> map(Function<? super T, ? extends U> see) {
      return new Unreadable<>(trouble, origin);
    }

    @Override
    public Optional<String> whyNot() {
      return Optional.of(trouble.toString());
    }
  }
}
