export { type Bar, BarChart } from './bar-chart';
export { type ChartTable, FigureTable } from './figure';
export { HeatMap } from './heat-map';
export { LineChart, type Series } from './line-chart';
export { toPng } from './picture';
export { SumChart } from './sum-chart';
