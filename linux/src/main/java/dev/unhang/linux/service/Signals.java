package dev.unhang.linux.service;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Signals that are heard instead of ending the process.
///
/// The JDK has a class for that and keeps it out of its documented ones; where it is missing, a
/// signal does what it always did.
public final class Signals {
  private Signals() {}

  /// From now on a signal is heard.
  ///
  /// @param name without `SIG`: `HUP`
  /// @return whether it can be
  public static boolean hear(String name, Runnable heard) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle run =
          lookup.findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
      MethodHandle target = MethodHandles.dropArguments(run.bindTo(heard), 0, signal);
      Object made =
          lookup
              .findConstructor(signal, MethodType.methodType(void.class, String.class))
              .invoke(name);
      lookup
          .findStatic(signal, "handle", MethodType.methodType(handler, signal, handler))
          .invoke(made, MethodHandleProxies.asInterfaceInstance(handler, target));
      return true;
    } catch (Throwable notThere) {
      return false;
    }
  }
}
