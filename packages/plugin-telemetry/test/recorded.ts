import { type Plugins } from "@graph-sync/core";
import { telemetry, type TelemetryOptions } from "@graph-sync/plugin-telemetry";
import { type Attributes } from "@opentelemetry/api";
import { DataPointType, MeterProvider, MetricReader } from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";

/** A measurement of a metric: a sum, or the number and the sum of what a histogram was told. */
export interface Point {
  readonly name: string;
  readonly attributes: Attributes;
  readonly count: number;
  readonly sum: number;
}

/** The real SDK, which keeps what it is told in memory. */
export interface Recorded {
  readonly options: TelemetryOptions;
  readonly plugins: Plugins;
  spans(): readonly ReadableSpan[];
  points(name?: string): Promise<readonly Point[]>;
}

class Reader extends MetricReader {
  protected override async onForceFlush(): Promise<void> {}
  protected override async onShutdown(): Promise<void> {}
}

export function recorded(more: TelemetryOptions = {}): Recorded {
  const exporter = new InMemorySpanExporter();
  const reader = new Reader();
  const options = {
    tracerProvider: new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
    meterProvider: new MeterProvider({ readers: [reader] }),
    ...more,
  };
  return {
    options,
    plugins: telemetry(options),
    spans: () => exporter.getFinishedSpans(),
    async points(name) {
      const { resourceMetrics, errors } = await reader.collect();
      if (errors.length > 0) throw new Error("The metrics cannot be read.", { cause: errors[0] });
      const all = resourceMetrics.scopeMetrics.flatMap(({ metrics }) => metrics);
      return all
        .filter(({ descriptor }) => name === undefined || descriptor.name === name)
        .flatMap((metric): readonly Point[] => {
          const { descriptor } = metric;
          if (metric.dataPointType === DataPointType.SUM)
            return metric.dataPoints.map(({ attributes, value }) => ({
              name: descriptor.name,
              attributes,
              count: value,
              sum: value,
            }));
          if (metric.dataPointType !== DataPointType.HISTOGRAM) return [];
          return metric.dataPoints.map(({ attributes, value }) => ({
            name: descriptor.name,
            attributes,
            count: value.count,
            sum: value.sum ?? 0,
          }));
        });
    },
  };
}
