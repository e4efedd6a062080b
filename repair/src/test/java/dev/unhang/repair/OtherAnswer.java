package dev.unhang.repair;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion;
import dev.unhang.model.host.KernelView;
import java.lang.reflect.Proxy;
import java.util.Map;

/// A host whose kernel answers some questions otherwise, and all others as it would.
public final class OtherAnswer {
  private OtherAnswer() {}

  /// @param answers by the name of the question: `links`
  public static HostView of(HostView host, Map<String, Object> answers) {
    KernelView kernel = new Otherwise(host.kernel(), answers);
    return (HostView)
        Proxy.newProxyInstance(
            HostView.class.getClassLoader(),
            new Class<?>[] {HostView.class},
            (proxy, question, asked) ->
                question.getName().equals("kernel") ? kernel : question.invoke(host, asked));
  }

  private record Otherwise(KernelView kernel, Map<String, Object> answers) implements KernelView {
    @Override
    // Each test knows what is asked.
    @SuppressWarnings("unchecked")
    public <T> Reading<T> ask(KernelQuestion<T> question) {
      return answers.containsKey(question.name())
          ? new Reading.Read<>((T) answers.get(question.name()), new Origin("kernel, otherwise"))
          : kernel.ask(question);
    }
  }
}
