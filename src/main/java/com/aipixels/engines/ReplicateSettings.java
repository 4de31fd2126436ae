package com.aipixels.engines;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Where Replicate is, and how patient this service is with it.
///
/// @param apiToken `r8_…`; required when Replicate is the engine
/// @param model `owner/name` (official models), `owner/name:version`, a bare 64-digit version, or
///   `deployment:owner/name`
/// @param publicUrl where the world reaches this service; empty: no webhooks are asked for
/// @param webhookSecret `whsec_…`, several separated by commas while they rotate; empty: it is
///   asked of Replicate once, provided there is a public URL
/// @param readTimeout for a whole answer of the API, from its request to its last byte
/// @param downloadTimeout for a whole picture, redirects included
/// @param settling how long after a submission it may still turn up in the list of predictions
/// @param createsPerMinute above it this process holds predictions back; Replicate allows 600
/// @param deliveryHosts `host` (with its subdomains, standard port) or `host:port` (exactly)
/// @param allowHttpDelivery whether hosts that are listed exactly may deliver without TLS
@Validated
@ConfigurationProperties("aipixels.engines.replicate")
record ReplicateSettings(
    @DefaultValue("") String apiToken,
    @DefaultValue("https://api.replicate.com/v1") URI baseUrl,
    @DefaultValue("black-forest-labs/flux-schnell") String model,
    @DefaultValue("") String publicUrl,
    @DefaultValue("") String webhookSecret,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("60s") Duration downloadTimeout,
    @DefaultValue("32MB") DataSize downloadLimit,
    @DefaultValue("20s") Duration settling,
    @DefaultValue("570") @Min(1) int createsPerMinute,
    @DefaultValue("16") @Min(1) @Max(1000) int parallelism,
    @DefaultValue("replicate.delivery") List<String> deliveryHosts,
    @DefaultValue("false") boolean allowHttpDelivery) {

  /// Where Replicate tells of a generation's completion.
  String webhookFor(UUID generationId) {
    return publicUrl.replaceFirst("/+$", "") + "/webhooks/replicate/" + generationId;
  }

  /// Without the secrets, which a record would print.
  @Override
  public String toString() {
    return "ReplicateSettings[model=%s, baseUrl=%s]".formatted(model, baseUrl);
  }
}
