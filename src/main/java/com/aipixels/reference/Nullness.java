package com.aipixels.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says of each part of a record whether it may be null, as the compiler knows it: what may not be
/// is always there.
@Component
class Nullness implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    Class<?> raw = raw(type.getType());
    if (schema != null && raw.isRecord()) {
      Schema<?> model = model(schema, context);
      if (model != null && model.getProperties() != null) {
        mark(raw, model);
      }
    }
    return schema;
  }

  private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    return reference == null
        ? schema
        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static void mark(Class<?> type, Schema<?> model) {
    for (RecordComponent part : type.getRecordComponents()) {
      if (part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        mark(part.getType(), model);
        continue;
      }
      String name = name(part);
      Schema<?> property = model.getProperties().get(name);
      boolean required = model.getRequired() != null && model.getRequired().contains(name);
      if (property == null || required) {
        continue;
      }
      if (part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        model.getProperties().put(name, orNull(property));
      } else {
        model.addRequiredItem(name);
      }
    }
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() != null) {
      Schema<?> nothing = new Schema<>();
      nothing.setTypes(Set.of("null"));
      Schema<?> either = new Schema<>();
      either.setAnyOf(List.of(property, nothing));
      return either;
    }
    if (property.getTypes() != null) {
      Set<String> types = new LinkedHashSet<>(property.getTypes());
      types.add("null");
      property.setTypes(types);
    }
    if (property.getEnum() != null) {
      property.addEnumItemObject(null);
    }
    return property;
  }

  private static String name(RecordComponent part) {
    JsonProperty renamed = part.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null || renamed.value().isEmpty() ? part.getName() : renamed.value();
  }

  private static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case JavaType jackson -> jackson.getRawClass();
      case ParameterizedType generic -> raw(generic.getRawType());
      default -> Object.class;
    };
  }
}
