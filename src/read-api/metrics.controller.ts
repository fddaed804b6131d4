import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Scope } from '../shared/access/scope.guard.js';
import { Describe, Section } from '../shared/http/describe.js';
import { Metrics } from '../shared/metrics.js';

@Section('operations')
@Scope('read')
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(Metrics) private readonly metrics: Metrics) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Describe({
    id: 'metrics',
    summary: 'Lag per consumer, queue depth, appends and request times, for Prometheus',
    answers: { 200: { description: 'Prometheus text format', mediaType: 'text/plain' } },
  })
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
