package dev.unhang.repair;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelView;
import java.lang.reflect.Proxy;
import java.util.Map;

/// A host whose kernel answers some questions otherwise, and all others as it would.
public final class OtherAnswer {
  private OtherAnswer() {}

  /// @param answers by the name of the question: `links`
  public static HostView of(HostView host, Map<String, Object> answers) {
    KernelView kernel =
        (KernelView)
            Proxy.newProxyInstance(
                KernelView.class.getClassLoader(),
                new Class<?>[] {KernelView.class},
                (proxy, question, asked) ->
                    answers.containsKey(question.getName())
                        ? new Reading.Read<>(
                            answers.get(question.getName()), new Origin("kernel, otherwise"))
                        : question.invoke(host.kernel(), asked));
    return (HostView)
        Proxy.newProxyInstance(
            HostView.class.getClassLoader(),
            new Class<?>[] {HostView.class},
            (proxy, question, asked) ->
                question.getName().equals("kernel") ? kernel : question.invoke(host, asked));
  }
}
