package com.aipixels.push;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param contact `mailto:` or `https:`, for push services that want to complain; without one there
///   are no pushes
/// @param hosts of the push services of browsers: `host` (with its subdomains, standard port) or
///   `host:port` (exactly)
/// @param allowHttp whether hosts that are listed exactly may do without TLS
@ConfigurationProperties("aipixels.push")
record PushSettings(
    @DefaultValue("") String contact,
    @DefaultValue({
          "fcm.googleapis.com",
          "push.services.mozilla.com",
          "push.apple.com",
          "notify.windows.com"
        })
        List<String> hosts,
    @DefaultValue("false") boolean allowHttp) {}
