package com.aipixels.reference;

import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.node.ObjectNode;

@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

  static {
    // What these look like in Java is not what is sent.
    SpringDocUtils.getConfig()
        .replaceWithSchema(SseEmitter.class, new StringSchema())
        .replaceWithSchema(ObjectNode.class, new ObjectSchema());
  }
}
