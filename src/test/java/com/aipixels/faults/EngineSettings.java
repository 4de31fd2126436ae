package com.aipixels.faults;

import com.aipixels.engines.FakeReplicate;
import java.util.HashMap;
import java.util.Map;

/// The environment of a service whose engine is the fake Replicate.
final class EngineSettings {

  private static final String PREFIX = "AIPIXELS_ENGINES_REPLICATE_";

  private final Map<String, String> environment = new HashMap<>();

  EngineSettings(FakeReplicate replicate) {
    environment.put("AIPIXELS_ENGINE", "replicate");
    environment.put("REPLICATE_API_TOKEN", FakeReplicate.TOKEN);
    environment.put("REPLICATE_WEBHOOK_SECRET", FakeReplicate.WEBHOOK_SECRET);
    // Midnight in Seoul must not fill a balance in the middle of the run.
    environment.put("AIPIXELS_CREDITS_REFILL", "0");
    with("BASEURL", replicate.url());
    with("DELIVERYHOSTS", replicate.filesHost() + "," + replicate.resetsHost());
    with("ALLOWHTTPDELIVERY", "true");
    with("SETTLING", "2s");
    with("CONNECTTIMEOUT", "1s");
    with("READTIMEOUT", "2s");
    with("DOWNLOADTIMEOUT", "3s");
  }

  EngineSettings with(String setting, String value) {
    environment.put(PREFIX + setting, value);
    return this;
  }

  EngineSettings withDeadline(String deadline) {
    environment.put("AIPIXELS_GENERATION_DEADLINE", deadline);
    return this;
  }

  Map<String, String> environment() {
    return environment;
  }
}
