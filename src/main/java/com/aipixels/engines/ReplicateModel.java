package com.aipixels.engines;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A model as the settings name it, and where Replicate takes requests for it.
///
/// @param name what pictures are said to be made by
/// @param predictionsPath where predictions are created
/// @param version sent in the body where the path does not name the model
/// @param schemaPath where its input schema is described; null when only the version is known
record ReplicateModel(
    String name, String predictionsPath, @Nullable String version, @Nullable String schemaPath) {

  private static final Pattern SETTING =
      Pattern.compile(
          "(?<deployment>deployment:)?(?<name>\\w[\\w.-]*/\\w[\\w.-]*)(:(?<version>[0-9a-f]{64}))?");
  private static final Pattern VERSION = Pattern.compile("[0-9a-f]{64}");

  /// @throws IllegalArgumentException when it is none of the four forms
  static ReplicateModel parse(String setting) {
    if (VERSION.matcher(setting).matches()) {
      return new ReplicateModel(setting, "/predictions", setting, null);
    }
    Matcher parts = SETTING.matcher(setting);
    if (!parts.matches() || (parts.group("deployment") != null && parts.group("version") != null)) {
      throw new IllegalArgumentException(
          "aipixels.engines.replicate.model must be owner/name, owner/name:version, a version of"
              + " 64 hexadecimal digits, or deployment:owner/name, but is '%s'."
                  .formatted(setting));
    }
    String name = parts.group("name");
    String version = parts.group("version");
    if (version != null) {
      return new ReplicateModel(
          name, "/predictions", version, "/models/" + name + "/versions/" + version);
    }
    String kind = parts.group("deployment") == null ? "/models/" : "/deployments/";
    return new ReplicateModel(name, kind + name + "/predictions", null, kind + name);
  }
}
