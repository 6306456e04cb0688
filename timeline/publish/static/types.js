/**
 * The shapes of the data that the modules hand to each other. There is nothing to run here.
 *
 * @typedef {Record<string, string>} Forms plural forms by CLDR category
 *
 * @typedef {object} Words everything that the chart says, in one language
 * @property {string} language
 * @property {string} group what stands between groups of three digits
 * @property {string} decimal what stands before the tenths
 * @property {string} direction
 * @property {string[]} months
 * @property {string} first the first day of a month
 * @property {string[]} days a day of each month
 * @property {string} before
 * @property {[number, Forms][]} large how many one is of what millions are counted in, and its forms, largest first
 * @property {Forms} count
 * @property {Forms} named
 * @property {Forms} undated
 * @property {Record<string, string>} [phrases]
 *
 * @typedef {object} Layout rows and lanes for charts from a width on
 * @property {number} least
 * @property {number} left
 * @property {number} edge
 * @property {string[][]} names the lines of each lane's name
 * @property {number[]} headers the height of each name above its rows, 0 where it stands beside them
 * @property {number[][]} lanes top and height of each lane
 * @property {number[][]} middles the line of each row of each lane on which its marks stand
 *
 * @typedef {object} Columns one list per property, one entry per event
 * @property {string[]} id
 * @property {string[]} title
 * @property {string[]} date
 * @property {number[]} lane
 * @property {number[]} rank
 * @property {number[]} kind
 * @property {number[]} flags
 * @property {(number|null)[]} first
 * @property {(number|null)[]} last
 * @property {(number[]|null)[]} core
 * @property {(number|null)[]} reported
 * @property {number[][]} tags
 * @property {number[][]} people
 * @property {number[][]} rows the row in each layout
 *
 * @typedef {object} Data the file chart.json
 * @property {string} id
 * @property {string} title
 * @property {number[]} extent
 * @property {boolean} timed whether a time of day is told of any event
 * @property {string[]} lanes
 * @property {number[]} colours the number of each lane's colour
 * @property {any} words
 * @property {Layout[]} layouts
 * @property {Columns} events
 * @property {string[]} tags
 * @property {string[]} people
 * @property {number} total how many events there are, in this file or in tiles
 * @property {number[][]} [counts] events per lane and part of the time, where there are tiles
 *
 * @typedef {{from: number, to: number}} Range days since 1970-01-01
 * @typedef {Range & {shortest: number}} Extent all of the time, and how much of it is shown at least
 *
 * @typedef {object} Mark one event as it is drawn, in pixels of the stage
 * @property {number} number
 * @property {number} left
 * @property {number} right
 * @property {number} y
 *
 * @typedef {object} Label
 * @property {number} number
 * @property {string[]} lines
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {string} side of its mark: right, left, or in the middle above or below
 *
 * @typedef {object} Stroke marks of one kind as one path, in pixels of the stage
 * @property {string} kind
 * @property {string} look class names, which give colour and the shape of ends
 * @property {string} path
 */
export {};
