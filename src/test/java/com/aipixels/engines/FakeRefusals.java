package com.aipixels.engines;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Replicate's own words for no. Nothing is started.
final class FakeRefusals {

  static final List<String> WORDS =
      List.of(
          "401",
          "402",
          "403",
          "404",
          "409",
          "422-version",
          "422-input",
          "429",
          "429-body",
          "429-detail",
          "429-bare",
          "500",
          "503");

  private FakeRefusals() {}

  static int status(String word) {
    return Integer.parseInt(word.substring(0, 3));
  }

  static JsonNode body(String word) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return switch (word) {
      case "401" -> said(body, "Unauthenticated", "You did not pass an authentication token", 401);
      case "402" ->
          said(
              body,
              "Insufficient credit",
              "You have insufficient credit to run this model. Go to"
                  + " https://replicate.com/account/billing#billing to purchase credit. Once you"
                  + " purchase credit, please wait a few minutes before trying again.",
              402);
      case "422-version" ->
          said(
              body,
              "Invalid version or not permitted",
              "The specified version does not exist (or perhaps you don't have permission to use"
                  + " it?)",
              422);
      case "422-input" ->
          said(
              body,
              "Input validation failed",
              "- input.num_inference_steps: Must be less than or equal to 4\n",
              422);
      case "429", "429-bare" -> body.put("detail", "Request was throttled.");
      case "429-body" ->
          body.put(
                  "detail",
                  "Request was throttled. Your rate limit for creating predictions is reduced to 6"
                      + " requests per minute with a burst of 1 requests while you have less than"
                      + " $5.0 in credit.")
              .put("status", 429)
              .put("retry_after", 5);
      case "429-detail" ->
          body.put("detail", "Request was throttled. Your rate limit resets in ~30s.");
      default -> said(body, "Refused", "Refused with " + word, status(word));
    };
  }

  private static ObjectNode said(ObjectNode body, String title, String detail, int status) {
    return body.put("title", title).put("detail", detail).put("status", status);
  }
}
