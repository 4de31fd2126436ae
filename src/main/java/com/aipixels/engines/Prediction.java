package com.aipixels.engines;

import com.aipixels.engines.EngineFailure.Reason;
import com.aipixels.engines.EngineResult.Failed;
import com.aipixels.engines.EngineResult.Finished;
import com.aipixels.engines.EngineResult.Picture;
import com.aipixels.engines.EngineResult.Working;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One prediction as Replicate tells it. Only a terminal status ends it: while it is processing
/// there may be output that a later failure takes back.
record Prediction(JsonNode json) {

  private static final Pattern PERCENT = Pattern.compile("(?<!\\d)(\\d{1,3})%");

  /// Official models call theirs `hidden`.
  private static final Pattern VERSION = Pattern.compile("[0-9a-f]{64}");

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9]{1,64}");

  /// Whether it may be an identifier of Replicate's: other text is not put into an address.
  static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches();
  }

  String id() {
    return json.path("id").asString("");
  }

  /// The model and the version of it that made this; `otherwise` where it does not tell.
  String model(String otherwise) {
    String model = text("model");
    String version = text("version");
    String name = model.isEmpty() ? otherwise : model;
    return VERSION.matcher(version).matches() && !name.contains(version)
        ? name + ":" + version
        : name;
  }

  /// @param download how the picture at an address is fetched
  /// @param model as it is configured
  EngineResult result(Function<URI, Picture> download, String model) {
    return switch (json.path("status").asString("")) {
      case "processing" -> new Working(progress());
      case "succeeded" -> output(download, model);
      case "failed" -> failed(Reason.ENGINE_FAILED, text("error"));
      case "canceled", "aborted" ->
          new Failed(new EngineFailure(Reason.CANCELLED_BY_ENGINE, text("status")));
      default -> new Working(0.05);
    };
  }

  private double progress() {
    return PERCENT
        .matcher(text("logs"))
        .results()
        .map(MatchResult::group)
        .reduce((earlier, later) -> later)
        .map(percent -> Integer.parseInt(percent.substring(0, percent.length() - 1)) / 100.0)
        .map(part -> Math.clamp(part, 0.05, 0.95))
        .orElse(0.5);
  }

  private EngineResult output(Function<URI, Picture> download, String model) {
    if (json.path("data_removed").asBoolean(false)) {
      return failed(Reason.ENGINE_FAILED, "the output was removed before it was fetched");
    }
    JsonNode output = json.path("output");
    JsonNode first = output.isArray() ? output.path(0) : output;
    if (first.isNull() || first.isMissingNode()) {
      return failed(Reason.ENGINE_FAILED, "no output; " + lastLine(text("logs")));
    }
    return address(first)
        .<EngineResult>map(uri -> new Finished(download.apply(uri), model(model)))
        .orElseGet(() -> failed(Reason.ENGINE_FAILED, "the output is no address of a file"));
  }

  private static Optional<URI> address(JsonNode output) {
    try {
      return output.isString() && output.asString().startsWith("http")
          ? Optional.of(new URI(output.asString()))
          : Optional.empty();
    } catch (URISyntaxException notAddress) {
      return Optional.empty();
    }
  }

  private static Failed failed(Reason reason, String detail) {
    String said = detail.toLowerCase(Locale.ROOT);
    boolean blocked =
        Stream.of("nsfw", "flagged as sensitive", "(e005)", "safety").anyMatch(said::contains);
    String line = detail.replaceAll("\\s+", " ");
    return new Failed(
        new EngineFailure(
            blocked ? Reason.BLOCKED : reason, line.substring(0, Math.min(300, line.length()))));
  }

  private static String lastLine(String text) {
    return text.strip().lines().reduce("", (earlier, later) -> later);
  }

  private String text(String field) {
    JsonNode value = json.path(field);
    return value.isContainer() ? value.toString() : value.asString("");
  }
}
