package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A question that was put to a host.
///
/// @param question its name in [HostView], or that of a [KernelQuestion]
/// @param of the path, the command line or the interface; empty where it is about the whole host
record Asked(String question, String of) implements Comparable<Asked> {
  static final String READ = "read";
  static final String LIST = "list";
  static final String LINK = "link";
  static final String ATTRIBUTES = "attributes";
  static final String COMMAND = "command";

  /// What a question begins with that was put a moment later.
  private static final String LATER = "later ";

  private static final Comparator<Asked> ORDER =
      Comparator.comparing(Asked::question).thenComparing(Asked::of);

  /// What answers of the host are made of. A file's content lies beside the answers, which hold the
  /// name it has there: an answer of the same form as a link's.
  private static final Map<String, Type> HOST = hostTypes();

  /// The same of every question that the kernel can be asked, so that none can be forgotten here.
  private static final Map<String, Type> KERNEL = kernelTypes();

  private static Map<String, Type> hostTypes() {
    Map<String, Type> types = new TreeMap<>();
    try {
      for (String question : new String[] {LIST, LINK, ATTRIBUTES}) {
        types.put(
            question, HostView.class.getMethod(question, HostPath.class).getGenericReturnType());
      }
      types.put(
          COMMAND,
          HostView.class
              .getMethod(COMMAND, dev.unhang.model.host.Command.class)
              .getGenericReturnType());
      types.put(READ, HostView.class.getMethod(LINK, HostPath.class).getGenericReturnType());
      types.put(
          LATER + READ, HostView.class.getMethod(READ, HostPath.class).getGenericReturnType());
    } catch (NoSuchMethodException renamed) {
      throw new IllegalStateException(renamed);
    }
    return Map.copyOf(types);
  }

  private static Map<String, Type> kernelTypes() {
    Map<String, Type> types = new TreeMap<>();
    questions(KernelQuestion.class)
        .forEach(question -> {
          ParameterizedType asks = (ParameterizedType) question.getGenericInterfaces()[0];
          types.put(KernelQuestion.name(question), new ReadingOf(asks.getActualTypeArguments()[0]));
        });
    return Map.copyOf(types);
  }

  private static Stream<Class<?>> questions(Class<?> kind) {
    return Arrays.stream(kind.getPermittedSubclasses())
        .flatMap(each -> each.isSealed() ? questions(each) : Stream.of(each));
  }

  /// The type of a reading of something.
  private record ReadingOf(Type value) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {value};
    }

    @Override
    public Type getRawType() {
      return Reading.class;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }
  }

  static Asked kernel(KernelQuestion<?> question) {
    return new Asked(
        question.name(),
        question instanceof KernelQuestion.OfNic<?> about ? about.nic().value() : "");
  }

  static Asked path(String question, HostPath path) {
    return new Asked(question, path.value());
  }

  /// The same question, put a moment later. Its answers lie apart from the first ones, and what
  /// files held then lies among the answers.
  Asked later() {
    return new Asked(LATER + question, of);
  }

  /// Whether it was put a moment later.
  boolean isLater() {
    return question.startsWith(LATER);
  }

  /// Its name, whenever it was put.
  String name() {
    return isLater() ? question.substring(LATER.length()) : question;
  }

  /// Whether only a running kernel answers it.
  boolean isKernels() {
    return KERNEL.containsKey(name());
  }

  /// Whether it names a path where one is asked for, which another user's report need not.
  boolean isSound() {
    boolean isPath = of.startsWith("/") && of.indexOf('\0') < 0;
    return isPath || isKernels() || name().equals(COMMAND);
  }

  /// What its answer is made of; empty where no question is asked so.
  Optional<Type> answer() {
    return Optional.ofNullable(KERNEL.get(name()))
        .or(() -> Optional.ofNullable(HOST.get(question)))
        .or(() -> Optional.ofNullable(HOST.get(name())));
  }

  @Override
  public int compareTo(Asked other) {
    return ORDER.compare(this, other);
  }
}
