using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (
      name = "main",
      worker = (
        modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
        bindings = [(name = "facts", json = embed "facts.json")],
        compatibilityDate = "2026-04-01",
        globalOutbound = "loopback",
      ),
    ),
    # The fake authority is on this machine.
    (name = "loopback", network = (allow = ["local", "private"])),
  ],
);
